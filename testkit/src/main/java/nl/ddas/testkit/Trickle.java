// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// A client that sends something every tenth of a second, so that its connection is never silent.
///
/// @param socket open; closed by whoever opened it
public record Trickle(Socket socket) {

    private static final int TURN_MILLIS = 100;
    private static final int TURNS = 200;
    private static final byte[] BYTE = {'x'};

    /// Sends a first piece.
    ///
    /// @throws IOException when the other side is gone already
    public static Trickle begin(Socket socket, byte[] piece) throws IOException {
        socket.setSoTimeout(TURN_MILLIS);
        socket.getOutputStream().write(piece);
        socket.getOutputStream().flush();
        return new Trickle(socket);
    }

    /// Sends one more piece, and looks for a tenth of a second whether the other side is still there.
    public boolean goesOn(byte[] piece) {
        try {
            socket.getOutputStream().write(piece);
            socket.getOutputStream().flush();
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /// The same, with one byte.
    public boolean goesOn() {
        return goesOn(BYTE);
    }

    /// Goes on until the other side hangs up, twenty seconds at most.
    ///
    /// @return whether it did
    public boolean isHungUpOn(byte[] piece) {
        boolean open = true;
        for (int turn = 0; open && turn < TURNS; turn++) {
            open = goesOn(piece);
        }
        return !open;
    }

    /// The same, byte by byte.
    public boolean isHungUpOn() {
        return isHungUpOn(BYTE);
    }
}
