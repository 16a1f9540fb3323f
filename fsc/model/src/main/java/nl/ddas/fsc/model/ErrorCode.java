// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Error codes of FSC Core and Logging, and those that we add where the standard has a rule without a code (marked
/// "ours"). Each with the HTTP status in each domain where it may arise.
public enum ErrorCode {
    // Manager, FSC Core.
    INCORRECT_GROUP_ID(in(Domain.MANAGER, 422)),
    SUBMITTING_PEER_NOT_PART_OF_CONTRACT(in(Domain.MANAGER, 422)),
    RECEIVING_PEER_NOT_PART_OF_CONTRACT(in(Domain.MANAGER, 422)),
    /// Stands in the OpenAPI for the two above: received, never sent.
    PEER_NOT_PART_OF_CONTRACT(in(Domain.MANAGER, 422)),
    SIGNATURE_CONTRACT_CONTENT_HASH_MISMATCH(in(Domain.MANAGER, 422)),
    PEER_CERTIFICATE_VERIFICATION_FAILED(in(Domain.MANAGER, 400)),
    PEER_ID_SIGNATURE_MISMATCH(in(Domain.MANAGER, 422)),
    SIGNATURE_VERIFICATION_FAILED(in(Domain.MANAGER, 422)),
    GRANT_COMBINATION_NOT_ALLOWED(in(Domain.MANAGER, 422)),
    URL_PATH_CONTENT_HASH_MISMATCH(in(Domain.MANAGER, 422)),
    UNKNOWN_HASH_ALGORITHM_HASH(in(Domain.MANAGER, 422)),
    UNKNOWN_ALGORITHM_SIGNATURE(in(Domain.MANAGER, 422)),
    INCORRECT_PUBLIC_KEY_THUMBPRINT(in(Domain.MANAGER, 422)),
    UNKNOWN_FSC_VERSION(in(Domain.MANAGER, 422)),
    /// Ours: a rule of the contract without a code of its own.
    CONTRACT_VALIDATION_FAILED(in(Domain.MANAGER, 422)),
    /// Ours: body, header or query cannot be read.
    MALFORMED_REQUEST(in(Domain.MANAGER, 400)),

    // Inway, FSC Core. The Outway meets some of them in a token that it was given.
    ACCESS_TOKEN_MISSING(in(Domain.INWAY, 401)),
    ACCESS_TOKEN_INVALID(in(Domain.INWAY, 401), in(Domain.OUTWAY, 502)),
    ACCESS_TOKEN_EXPIRED(in(Domain.INWAY, 401)),
    WRONG_GROUP_ID_IN_TOKEN(in(Domain.INWAY, 403), in(Domain.OUTWAY, 502)),
    SERVICE_NOT_FOUND(in(Domain.INWAY, 404)),
    SERVICE_UNREACHABLE(in(Domain.INWAY, 502)),
    /// Ours: the authorization plugin says no.
    ACCESS_DENIED(in(Domain.INWAY, 403), in(Domain.OUTWAY, 403)),

    // Outway.
    METHOD_UNSUPPORTED(in(Domain.OUTWAY, 405)),
    /// As OpenFSC: the client names a Grant that this Outway cannot use.
    UNKNOWN_GRANT_HASH_IN_HEADER("", in(Domain.OUTWAY, 400)),
    /// Ours: the provider's Manager gives no token.
    ACCESS_TOKEN_REFUSED(in(Domain.OUTWAY, 403)),
    /// Ours.
    MANAGER_UNREACHABLE(in(Domain.OUTWAY, 502)),
    /// Ours.
    INWAY_UNREACHABLE(in(Domain.OUTWAY, 502)),

    // FSC Logging prints these without a prefix.
    MISSING_LOG_RECORD_ID("", in(Domain.INWAY, 400)),
    INVALID_LOG_RECORD_ID("", in(Domain.INWAY, 400), in(Domain.OUTWAY, 400)),
    TRANSACTION_LOG_WRITE_ERROR("", in(Domain.INWAY, 500), in(Domain.OUTWAY, 500));

    private record Place(Domain domain, int status) {}

    private final String wire;
    private final List<Place> places;

    ErrorCode(Place... places) {
        this("ERROR_CODE_", places);
    }

    ErrorCode(String prefix, Place... places) {
        this.wire = prefix + name();
        this.places = List.of(places);
    }

    private static Place in(Domain domain, int status) {
        return new Place(domain, status);
    }

    /// Name in messages and in header `Fsc-Error-Code`.
    public String wire() {
        return wire;
    }

    /// The error with this code, in the only domain it has or the first of them.
    ///
    /// @param message English, for the other side; no personal data
    public FscError because(String message) {
        return new FscError(this, places.getFirst().domain(), message);
    }

    /// The error with this code in a domain.
    ///
    /// @throws IllegalArgumentException when the code does not arise there
    public FscError because(Domain domain, String message) {
        return new FscError(this, domain, message);
    }

    /// Whether the code can arise there.
    boolean arisesIn(Domain domain) {
        return places.stream().anyMatch(place -> place.domain == domain);
    }

    int status(Domain domain) {
        return places.stream()
                .filter(place -> place.domain == domain)
                .findFirst()
                .orElseThrow()
                .status();
    }

    /// The code with this name in messages.
    public static Optional<ErrorCode> find(String wire) {
        return Arrays.stream(values()).filter(code -> code.wire.equals(wire)).findFirst();
    }

    /// The code to compare by: the three that say "this Peer is not on the contract" count as one.
    public ErrorCode group() {
        return switch (this) {
            case SUBMITTING_PEER_NOT_PART_OF_CONTRACT, RECEIVING_PEER_NOT_PART_OF_CONTRACT, PEER_NOT_PART_OF_CONTRACT ->
                PEER_NOT_PART_OF_CONTRACT;
            case ErrorCode other -> other;
        };
    }
}
