package org.tieline.assets.internal.rest;

import org.tieline.rest.testing.AnswerTypesTest;

class AnswersTest extends AnswerTypesTest {}
