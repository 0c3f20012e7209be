package org.tieline.console.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What goes over the control socket. To the server: commands, each a length and its text in UTF-8.
 * From the server, for each command: any number of pieces of output, each a length above zero and
 * its bytes, then a zero and whether the command succeeded.
 */
final class Wire {
    static final int LONGEST_COMMAND = 64 * 1024;
    private static final int END_OF_OUTPUT = 0;

    private Wire() {}

    static void sendCommand(DataOutputStream out, String command) throws IOException {
        byte[] text = command.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.flush();
    }

    static String receiveCommand(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_COMMAND) {
            throw new IOException(
                    "A command has at most " + LONGEST_COMMAND + " bytes, but this one " + length);
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    static void sendEnd(DataOutputStream out, boolean succeeded) throws IOException {
        out.writeInt(END_OF_OUTPUT);
        out.writeBoolean(succeeded);
        out.flush();
    }

    /** Copies what one command prints to {@code to} and returns whether the command succeeded. */
    static boolean receiveOutput(DataInputStream in, OutputStream to) throws IOException {
        for (int length = in.readInt(); length != END_OF_OUTPUT; length = in.readInt()) {
            to.write(in.readNBytes(length));
        }
        to.flush();
        return in.readBoolean();
    }

    /** A stream whose writes are pieces of output. */
    static OutputStream pieces(DataOutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (length > 0) {
                    out.writeInt(length);
                    out.write(bytes, offset, length);
                }
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }
}
