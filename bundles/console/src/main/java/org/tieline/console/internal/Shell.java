package org.tieline.console.internal;

import java.io.PrintStream;

/** One person's conversation with the server: what one command sets, the next one sees. */
interface Shell extends AutoCloseable {

    /** Runs a command and returns whether it succeeded; why not is printed. */
    boolean run(String command);

    @Override
    void close();

    /** Opens a shell that prints to {@code output}. */
    interface Opener {
        Shell open(PrintStream output);
    }
}
