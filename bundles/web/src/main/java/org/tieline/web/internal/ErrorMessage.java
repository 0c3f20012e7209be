package org.tieline.web.internal;

import org.tieline.http.Problem;

/**
 * An error as the screen tells it.
 *
 * @param status HTTP status
 * @param title what happened
 * @param detail a sentence about it
 * @param advice what to do now
 */
public record ErrorMessage(int status, String title, String detail, String advice) {
    static ErrorMessage of(Problem problem) {
        String detail = problem.detail();
        int status = problem.status();
        return switch (status) {
            case 400, 422 ->
                    new ErrorMessage(
                            status,
                            "This could not be understood",
                            detail,
                            "Go back, correct it and try again.");
            case 401 ->
                    new ErrorMessage(
                            status,
                            "You are not signed in",
                            "Perhaps your session ended because nothing was done for a while.",
                            "Sign in and repeat it.");
            case 403 ->
                    new ErrorMessage(
                            status,
                            "You may not do this",
                            detail,
                            "If you need it for your work, ask the center manager of your center"
                                    + " for the role.");
            case 404 ->
                    new ErrorMessage(
                            status,
                            "Page not found",
                            "The address may be mistyped, the record may be gone, or it belongs to"
                                    + " a center that you do not work in.",
                            "Check the address, or start from the dashboard.");
            case 405 ->
                    new ErrorMessage(
                            status,
                            "This page cannot be opened this way",
                            "It is the answer to a form and has no address of its own.",
                            "Go back to the form and send it again.");
            case 409 ->
                    new ErrorMessage(
                            status,
                            "This does not fit any more",
                            detail,
                            "Go back, load the page anew and look at it again.");
            case 412, 428 ->
                    new ErrorMessage(
                            status,
                            "Somebody else changed this meanwhile",
                            detail,
                            "Go back, load the page anew and repeat your change.");
            case 413 ->
                    new ErrorMessage(
                            status,
                            "That is too large",
                            detail,
                            "Send less at once, such as a smaller file.");
            case 429 ->
                    new ErrorMessage(
                            status, "Too many attempts", detail, "Wait a little, then try again.");
            case 503, 507 ->
                    new ErrorMessage(
                            status,
                            status == 507
                                    ? "There is no space left"
                                    : "Not available at the moment",
                            detail,
                            status == 507
                                    ? "Tell whoever looks after Tieline; nothing was saved."
                                    : "Nothing was saved. Wait a few seconds, then try again.");
            default ->
                    status < 500
                            ? new ErrorMessage(
                                    status, problem.title(), detail, "Go back and try again.")
                            : new ErrorMessage(
                                    status,
                                    "Something went wrong",
                                    "This is a fault in Tieline, not in what you did. It was noted"
                                            + " in the log.",
                                    "Try again. If it stays, tell whoever looks after Tieline, and"
                                            + " name the request below.");
        };
    }
}
