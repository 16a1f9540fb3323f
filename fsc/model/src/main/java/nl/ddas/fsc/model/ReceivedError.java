// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;

/// An error that another Peer answered, as far as it could be read. Codes that we do not know are kept as they came.
///
/// @param status HTTP status
/// @param code as received, [Printable], cut off at 100 characters; empty when there was none
/// @param message as received, [Printable], cut off at 500 characters; untrusted text
public record ReceivedError(int status, String code, String message) {

    private static final int MAX_CODE = 100;
    private static final int MAX_MESSAGE = 500;

    /// Who sends more has no error to tell.
    private static final int MAX_BODY = 64 * 1024;

    /// Reads the body of an answer; whatever comes, this gives an error.
    ///
    /// @param headers of the answer; `Fsc-Error-Code` counts when the body has no code
    public static ReceivedError read(int status, Headers headers, byte[] body) {
        JsonObject error =
                body.length <= MAX_BODY && JsonReading.of(body) instanceof JsonReading.Read(JsonObject object)
                        ? object
                        : JsonObject.EMPTY;
        return new ReceivedError(
                status,
                Printable.of(
                        error.text("code")
                                .or(() -> headers.first(FscError.HEADER))
                                .orElse(""),
                        MAX_CODE),
                Printable.of(error.text("message").orElse(""), MAX_MESSAGE));
    }

    /// The code, when it is one that we know.
    public Optional<ErrorCode> known() {
        return ErrorCode.find(code);
    }

    /// Whether trying again is of no use: a 4xx, other than 408 and 429.
    public boolean permanent() {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }
}
