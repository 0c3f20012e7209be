package org.tieline.lessons.internal.rest;

import org.tieline.rest.testing.AnswerTypesTest;

class AnswersTest extends AnswerTypesTest {}
