package org.tieline.discussion.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** What is said. */
@Schema(name = "CommentText")
public record CommentInput(@Schema(description = "1 to 10,000 characters") String text) {}
