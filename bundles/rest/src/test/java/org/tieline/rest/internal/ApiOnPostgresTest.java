package org.tieline.rest.internal;

import org.tieline.core.internal.Engine;

class ApiOnPostgresTest extends ApiTest {
    ApiOnPostgresTest() {
        super(Engine.POSTGRES);
    }
}
