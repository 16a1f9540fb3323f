// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.Optional;

/// Error codes of FSC Core and Logging, and those that we add where the standard has a rule without a code (marked
/// "ours"). Each with the HTTP status in each domain where it may arise.
public enum ErrorCode {
    // Manager, FSC Core.
    INCORRECT_GROUP_ID(Domain.MANAGER, 422),
    SUBMITTING_PEER_NOT_PART_OF_CONTRACT(Domain.MANAGER, 422),
    RECEIVING_PEER_NOT_PART_OF_CONTRACT(Domain.MANAGER, 422),
    /// Stands in the OpenAPI for the two above: received, never sent.
    PEER_NOT_PART_OF_CONTRACT(Domain.MANAGER, 422),
    SIGNATURE_CONTRACT_CONTENT_HASH_MISMATCH(Domain.MANAGER, 422),
    PEER_CERTIFICATE_VERIFICATION_FAILED(Domain.MANAGER, 400),
    PEER_ID_SIGNATURE_MISMATCH(Domain.MANAGER, 422),
    SIGNATURE_VERIFICATION_FAILED(Domain.MANAGER, 422),
    GRANT_COMBINATION_NOT_ALLOWED(Domain.MANAGER, 422),
    URL_PATH_CONTENT_HASH_MISMATCH(Domain.MANAGER, 422),
    UNKNOWN_HASH_ALGORITHM_HASH(Domain.MANAGER, 422),
    UNKNOWN_ALGORITHM_SIGNATURE(Domain.MANAGER, 422),
    INCORRECT_PUBLIC_KEY_THUMBPRINT(Domain.MANAGER, 422),
    UNKNOWN_FSC_VERSION(Domain.MANAGER, 422),
    /// Ours: a rule of the contract without a code of its own.
    CONTRACT_VALIDATION_FAILED(Domain.MANAGER, 422),
    /// Ours: the request, its body, a header or the query cannot be read. The one code of all three domains.
    MALFORMED_REQUEST(Domain.MANAGER, 400),

    // Inway, FSC Core. The Outway meets some of them in a token that it was given.
    ACCESS_TOKEN_MISSING(Domain.INWAY, 401),
    ACCESS_TOKEN_INVALID(Domain.INWAY, 401, Domain.OUTWAY, 502),
    ACCESS_TOKEN_EXPIRED(Domain.INWAY, 401),
    WRONG_GROUP_ID_IN_TOKEN(Domain.INWAY, 403, Domain.OUTWAY, 502),
    SERVICE_NOT_FOUND(Domain.INWAY, 404),
    SERVICE_UNREACHABLE(Domain.INWAY, 502),
    /// Ours: the authorization plugin says no.
    ACCESS_DENIED(Domain.INWAY, 403, Domain.OUTWAY, 403),
    /// Ours: the service has as many requests as it may have, or as it may have of one Peer.
    SERVICE_BUSY(Domain.INWAY, 503),
    /// Ours: a fault of the gateway itself.
    INTERNAL_ERROR(Domain.INWAY, 500, Domain.OUTWAY, 500),
    /// Ours: the head of the request is larger than a gateway takes.
    HEAD_TOO_LARGE(Domain.INWAY, 431, Domain.OUTWAY, 431),
    /// Ours: an upgrade or a tunnel is asked for; a gateway passes on HTTP only.
    PROTOCOL_UNSUPPORTED(Domain.INWAY, 501, Domain.OUTWAY, 501),

    // Outway.
    METHOD_UNSUPPORTED(Domain.OUTWAY, 405),
    /// As OpenFSC: the client names a Grant that this Outway cannot use.
    UNKNOWN_GRANT_HASH_IN_HEADER("", Domain.OUTWAY, 400),
    /// Ours: the provider's Manager gives no token.
    ACCESS_TOKEN_REFUSED(Domain.OUTWAY, 403),
    /// Ours.
    MANAGER_UNREACHABLE(Domain.OUTWAY, 502),
    /// Ours.
    INWAY_UNREACHABLE(Domain.OUTWAY, 502),

    // FSC Logging prints these without a prefix.
    MISSING_LOG_RECORD_ID("", Domain.INWAY, 400),
    INVALID_LOG_RECORD_ID("", Domain.INWAY, 400, Domain.OUTWAY, 400),
    TRANSACTION_LOG_WRITE_ERROR("", Domain.INWAY, 500, Domain.OUTWAY, 500);

    private static final String PREFIX = "ERROR_CODE_";

    private final String wire;
    private final Domain domain;
    private final int status;
    private final Domain otherDomain;
    private final int otherStatus;

    ErrorCode(Domain domain, int status) {
        this(PREFIX, domain, status, domain, status);
    }

    ErrorCode(Domain domain, int status, Domain otherDomain, int otherStatus) {
        this(PREFIX, domain, status, otherDomain, otherStatus);
    }

    ErrorCode(String prefix, Domain domain, int status) {
        this(prefix, domain, status, domain, status);
    }

    ErrorCode(String prefix, Domain domain, int status, Domain otherDomain, int otherStatus) {
        this.wire = prefix + name();
        this.domain = domain;
        this.status = status;
        this.otherDomain = otherDomain;
        this.otherStatus = otherStatus;
    }

    /// Name in messages and in header `Fsc-Error-Code`.
    public String wire() {
        return wire;
    }

    /// The error with this code, in the only domain it has or the first of them.
    ///
    /// @param message English, for the other side; no personal data
    public FscError because(String message) {
        return new FscError(this, domain, message);
    }

    /// The error with this code in a domain.
    ///
    /// @throws IllegalArgumentException when the code does not arise there
    public FscError because(Domain where, String message) {
        return new FscError(this, where, message);
    }

    /// Whether the code arises there.
    boolean arisesIn(Domain where) {
        return where == domain || where == otherDomain || this == MALFORMED_REQUEST;
    }

    int status(Domain where) {
        return where == otherDomain ? otherStatus : status;
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
