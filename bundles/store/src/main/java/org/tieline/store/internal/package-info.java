/** Records in SQL: data source, transactions, migrations, the journal's table. */
package org.tieline.store.internal;
