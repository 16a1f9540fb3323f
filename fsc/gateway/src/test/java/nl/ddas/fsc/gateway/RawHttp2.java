// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.testkit.Trickle;

/// A client of HTTP/2 that writes what it is told to, right or wrong: frames by hand, headers as plain literals.
final class RawHttp2 implements AutoCloseable {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int GO_AWAY = 7;
    private static final int WINDOW = 8;
    private static final int CONTINUATION = 9;
    private static final int INITIAL_WINDOW = 4;
    private static final byte CANCEL = 8;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_BYTES = 5;
    private static final int ACK = 1;
    private static final int SHORT = 100;
    private static final int LONG = 15_000;

    private final SSLSocket socket;
    private final DataOutputStream out;
    private final PushbackInputStream first;
    private final DataInputStream in;
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();

    /// A header line as it goes into the frame.
    record Line(String name, String value) {}

    /// A frame that came in.
    private record Frame(int type, int flags, int stream, byte[] payload) {}

    private RawHttp2(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.out = new DataOutputStream(socket.getOutputStream());
        this.first = new PushbackInputStream(socket.getInputStream());
        this.in = new DataInputStream(first);
    }

    static RawHttp2 open(PeerId as, int port) throws IOException {
        return open(as, port, new byte[0]);
    }

    /// One that takes one byte of each body, until it asks for more by [#take].
    static RawHttp2 openSparing(PeerId as, int port) throws IOException {
        return open(as, port, new byte[] {0, INITIAL_WINDOW, 0, 0, 0, 1});
    }

    private static RawHttp2 open(PeerId as, int port, byte[] settings) throws IOException {
        SSLSocket socket = (SSLSocket) World.ONE.context(as).getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(LONG);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        RawHttp2 client = new RawHttp2(socket);
        client.out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
        client.frame(SETTINGS, 0, 0, settings);
        return client;
    }

    /// Takes so many bytes more of the body of a stream.
    void take(int stream, int bytes) throws IOException {
        frame(
                WINDOW,
                0,
                stream,
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array());
    }

    /// Gives a stream up.
    void reset(int stream) throws IOException {
        frame(RESET, 0, stream, new byte[] {0, 0, 0, CANCEL});
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(bytes(type, flags, stream, payload.length, payload));
        out.flush();
    }

    /// A frame, or the begin of one.
    ///
    /// @param length of its payload, as it says
    private static byte[] bytes(int type, int flags, int stream, int length, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        frame.writeByte(length >> 16);
        frame.writeShort(length & 0xffff);
        frame.writeByte(type);
        frame.writeByte(flags);
        frame.writeInt(stream);
        frame.write(payload);
        return bytes.toByteArray();
    }

    /// Whether the other side hangs up on a head in one frame that comes byte by byte.
    boolean isHungUpOverOneFrame() throws IOException {
        return Trickle.begin(socket, bytes(HEADERS, END_HEADERS | END_STREAM, 1, 10_000, new byte[0]))
                .isHungUpOn();
    }

    /// Whether the other side hangs up on a head that comes in small frames without end.
    boolean isHungUpOverManyFrames() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(0);
        text(line, "x-more");
        text(line, "x");
        byte[] payload = line.toByteArray();
        return Trickle.begin(socket, bytes(HEADERS, END_STREAM, 1, payload.length, payload))
                .isHungUpOn(bytes(CONTINUATION, 0, 1, payload.length, payload));
    }

    /// Headers that begin, or end, stream 1.
    void headers(List<Line> lines, boolean last) throws IOException {
        headers(1, lines, last);
    }

    /// Headers that begin, or end, a stream.
    void headers(int stream, List<Line> lines, boolean last) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (Line line : lines) {
            block.write(0);
            text(block, line.name());
            text(block, line.value());
        }
        frame(HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, block.toByteArray());
    }

    /// Sends a body byte by byte, a tenth of a second each; whether the other side lets it.
    boolean goesOnWithBody(int length) throws IOException {
        boolean open = true;
        for (int at = 1; open && at < length; at++) {
            data("x", false);
            open = isThere();
        }
        data("x", true);
        return open;
    }

    /// Takes what comes until there is nothing for a tenth of a second.
    private boolean isThere() throws IOException {
        try {
            while (true) {
                socket.setSoTimeout(SHORT);
                int next = first.read();
                socket.setSoTimeout(LONG);
                if (next < 0) {
                    return false;
                }
                first.unread(next);
                Frame frame = read();
                if (frame.type() == GO_AWAY || frame.type() == RESET) {
                    return false;
                }
                if (frame.type() == SETTINGS && (frame.flags() & ACK) == 0) {
                    frame(SETTINGS, ACK, 0, new byte[0]);
                }
            }
        } catch (SocketTimeoutException silent) {
            socket.setSoTimeout(LONG);
            return true;
        }
    }

    private static void text(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = bytes.length;
        if (length < 127) {
            block.write(length);
        } else {
            block.write(127);
            length -= 127;
            while (length >= 128) {
                block.write(length % 128 + 128);
                length /= 128;
            }
            block.write(length);
        }
        block.writeBytes(bytes);
    }

    void data(String text, boolean last) throws IOException {
        data(1, text, last);
    }

    void data(int stream, String text, boolean last) throws IOException {
        frame(DATA, last ? END_STREAM : 0, stream, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// What came of stream 1: `reset`, `gone` (the whole connection), or the status of an answer and its body.
    String outcome() throws IOException {
        List<String> heads = new ArrayList<>();
        try {
            while (true) {
                Frame frame = read();
                boolean ours = frame.stream() == 1;
                switch (frame.type()) {
                    case SETTINGS -> {
                        if ((frame.flags() & ACK) == 0) {
                            frame(SETTINGS, ACK, 0, new byte[0]);
                        }
                    }
                    case RESET -> {
                        if (ours) {
                            return String.join("", heads) + " reset";
                        }
                    }
                    case GO_AWAY -> {
                        return String.join("", heads) + " gone";
                    }
                    case HEADERS -> heads.add(status(frame));
                    case DATA -> heads.add(new String(frame.payload(), StandardCharsets.ISO_8859_1));
                    default -> {
                        continue;
                    }
                }
                if (ours && (frame.type() == HEADERS || frame.type() == DATA) && (frame.flags() & END_STREAM) != 0) {
                    return String.join("", heads);
                }
            }
        } catch (EOFException | SocketException | SSLException cut) {
            return String.join("", heads) + " gone";
        }
    }

    /// What comes of a stream, frame by frame, until it is reset or what came holds `end`: statuses,
    /// bodies, `fin` where it ends, `reset` with the error code.
    String story(int stream, String end) throws IOException {
        StringBuilder story = new StringBuilder();
        while (story.indexOf(end) < 0) {
            Frame frame = read();
            if (frame.type() == SETTINGS && (frame.flags() & ACK) == 0) {
                frame(SETTINGS, ACK, 0, new byte[0]);
            } else if (frame.type() == GO_AWAY) {
                return story.append("gone").toString();
            } else if (frame.stream() == stream) {
                story.append(told(frame));
            }
        }
        return story.toString().strip();
    }

    private String told(Frame frame) throws IOException {
        String last = (frame.flags() & END_STREAM) == 0 ? "" : "fin ";
        return switch (frame.type()) {
            case HEADERS -> status(frame) + last;
            case DATA -> new String(frame.payload(), StandardCharsets.ISO_8859_1) + " " + last;
            case RESET -> "reset " + frame.payload()[3] + " ";
            default -> "";
        };
    }

    private String status(Frame head) throws IOException {
        try {
            ByteBuf block = Unpooled.wrappedBuffer(head.payload());
            ByteBuf _ = block.skipBytes((head.flags() & PRIORITY) == 0 ? 0 : PRIORITY_BYTES);
            return decoder.decodeHeaders(1, block).status() + " ";
        } catch (Http2Exception unreadable) {
            throw new IOException(unreadable);
        }
    }

    private Frame read() throws IOException {
        int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        return new Frame(type, flags, stream, in.readNBytes(length));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
