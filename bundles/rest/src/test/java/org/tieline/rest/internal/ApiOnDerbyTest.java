package org.tieline.rest.internal;

import org.tieline.core.internal.Engine;

class ApiOnDerbyTest extends ApiTest {
    ApiOnDerbyTest() {
        super(Engine.DERBY);
    }
}
