package org.tieline.console.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection to the control socket: commands and their answers until the other side leaves. */
final class Conversation {
    private Conversation() {}

    static void hold(SocketChannel channel, Shell.Opener shells) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
        PrintStream output = new PrintStream(Wire.pieces(out), true, StandardCharsets.UTF_8);
        try (Shell shell = shells.open(output)) {
            while (true) {
                boolean succeeded = shell.run(Wire.receiveCommand(in));
                output.flush();
                Wire.sendEnd(out, succeeded);
            }
        } catch (EOFException e) {
            // the other side has left
        }
    }
}
