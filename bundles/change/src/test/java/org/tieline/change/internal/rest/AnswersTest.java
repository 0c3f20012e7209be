package org.tieline.change.internal.rest;

import org.tieline.rest.testing.AnswerTypesTest;

class AnswersTest extends AnswerTypesTest {}
