// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The one message of a call.
class GrpcberichtTest {

    @Property
    void whatIsWrittenIsReadAndNoMore(@ForAll @Size(max = 300) byte[] message, @ForAll @Size(max = 20) byte[] behind)
            throws IOException {
        byte[] framed = Grpcbericht.write(message);
        byte[] all = Arrays.copyOf(framed, framed.length + behind.length);
        System.arraycopy(behind, 0, all, framed.length, behind.length);
        ByteArrayInputStream in = new ByteArrayInputStream(all);

        Grpcbericht.Bericht read = (Grpcbericht.Bericht) Grpcbericht.read(in);
        assertThat(read.isCompressed()).isFalse();
        assertThat(read.length()).isEqualTo(message.length);
        assertThat(read.inhoud().readAllBytes()).isEqualTo(message);
        assertThat(in.readAllBytes()).isEqualTo(behind);
    }

    @Property
    void aMessageThatIsShorterThanItSaysBreaks(
            @ForAll @Size(min = 1, max = 300) byte[] message, @ForAll @IntRange(min = 1, max = 300) int missing) {
        byte[] framed = Grpcbericht.write(message);
        byte[] cut = Arrays.copyOf(framed, Math.max(Grpcbericht.KOP, framed.length - missing));

        assertThatThrownBy(() -> ((Grpcbericht.Bericht) Grpcbericht.read(new ByteArrayInputStream(cut)))
                        .inhoud()
                        .readAllBytes())
                .isInstanceOf(EOFException.class);
    }

    @Property
    void anyBytesAreAMessageOrNone(@ForAll @Size(max = 12) byte[] bytes) throws IOException {
        switch (Grpcbericht.read(new ByteArrayInputStream(bytes))) {
            case Grpcbericht.Geen(Grpcstatus status) ->
                assertThat(status.code()).isIn(Grpcstatus.UNIMPLEMENTED, Grpcstatus.INTERNAL);
            case Grpcbericht.Bericht bericht -> {
                assertThat(bytes.length).isGreaterThanOrEqualTo(Grpcbericht.KOP);
                assertThat(bericht.length()).isBetween(0L, 0xFFFF_FFFFL);
            }
        }
    }
}
