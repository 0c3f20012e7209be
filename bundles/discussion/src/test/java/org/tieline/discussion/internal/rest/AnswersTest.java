package org.tieline.discussion.internal.rest;

import org.tieline.rest.testing.AnswerTypesTest;

class AnswersTest extends AnswerTypesTest {}
