// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.basis.Headers;

/// What was done to a body on its way (`Content-Encoding`, RFC 9110, section 8.4): in the exchange nothing. A
/// signature is over the bytes as they are sent, and a small body that unpacks to a very large one would get
/// past every limit.
public final class Inhoudscodering {

    /// The codings that an answer to us may have (RFC 9110, section 12.5.3): none.
    public static final String AANVAARD = "identity";

    /// Why an answer is not read that is coded all the same.
    public static final String REDEN = "antwoord-gecomprimeerd";

    /// A coding has a name of a few letters; what is no name does not come into a message or log.
    private static final String NAAM = "[a-z0-9-]{1,20}";

    private Inhoudscodering() {}

    /// These headers of a request, saying that the answer may not be coded.
    public static Headers zonder(Headers headers) {
        return headers.with("Accept-Encoding", AANVAARD);
    }

    /// What the body of a message is coded with; empty when it is as it was made.
    ///
    /// @return the first coding besides `identity`, or `onleesbaar` for what is no name of a coding
    public static Optional<String> van(Headers headers) {
        return headers.all("Content-Encoding").stream()
                .flatMap(waarde -> Arrays.stream(waarde.split(",", -1)))
                .map(codering -> codering.strip().toLowerCase(Locale.ROOT))
                .filter(codering -> !codering.equals(AANVAARD))
                .map(codering -> codering.matches(NAAM) ? codering : "onleesbaar")
                .findFirst();
    }
}
