package org.tieline.notices.internal.rest;

import org.tieline.rest.testing.AnswerTypesTest;

class AnswersTest extends AnswerTypesTest {}
