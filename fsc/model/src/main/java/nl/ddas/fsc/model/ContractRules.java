// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import nl.ddas.basis.JsonValue.JsonObject;

/// What happens to a contract or signature that comes in (FSC Core, "Contract Validation"): a fixed order of rules, of
/// which the first that fails is the answer. Holds no state; whether the caller's certificate is trusted is settled
/// before, in the TLS handshake.
public final class ContractRules {

    private final Group group;
    private final ContentRules rules;
    private final SignatureCheck signatures;

    /// @param self the Peer that receives
    public ContractRules(Group group, PeerId self, SignatureCheck signatures) {
        this.group = group;
        this.rules = new ContentRules(group, self);
        this.signatures = signatures;
    }

    /// Judges a request. Only the last rule, the signature, may have to look elsewhere for a certificate.
    public ContractVerdict check(ContractRequest request, KnownContracts known, Instant now) {
        try {
            return accepted(request, known, now);
        } catch (Refusal refusal) {
            return new ContractVerdict.Refused(refusal.error());
        }
    }

    /// Judges content that was found at another Peer while comparing contracts: all rules but those on the request
    /// and on the signature.
    ///
    /// @param from the Peer where it was found; must be on the contract
    public Optional<FscError> objection(ContractContent content, PeerId from, KnownContracts known, Instant now) {
        try {
            rules.check(
                    content, new ContentRules.Handover(from, SignatureType.ACCEPT, Optional.empty(), true), known, now);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.error());
        }
    }

    private ContractVerdict accepted(ContractRequest request, KnownContracts known, Instant now) {
        PeerIdentity caller = group.peerIds()
                .identify(request.caller())
                .orElseThrow(() -> new Refusal(ErrorCode.PEER_CERTIFICATE_VERIFICATION_FAILED.because(
                        "the subject of the client certificate has no peer id and name as this group wants them")));
        ManagerAddress address = address(request);
        Members body = body(request.body());
        JsonObject tree;
        String jws;
        try {
            tree = body.object("contract_content").object();
            jws = body.text("signature", Jws.MAX_LENGTH);
        } catch (Malformed malformed) {
            throw new Refusal(ErrorCode.MALFORMED_REQUEST.because(malformed.reason()));
        }
        ContractContent content =
                switch (ContractContent.read(tree)) {
                    case ContentReading.Read(ContractContent good) -> good;
                    case ContentReading.Refused refused -> throw new Refusal(refused.error());
                };
        rules.check(
                content, new ContentRules.Handover(caller.id(), request.type(), request.pathHash(), false), known, now);
        SignatureCheck.Expected expected = new SignatureCheck.Expected(request.type(), content, caller.id(), address);
        return switch (signatures.check(jws, expected, now)) {
            case SignatureVerdict.Good(ContractSignature signature) ->
                new ContractVerdict.Accepted(caller, address, content, signature);
            case SignatureVerdict.Refused(FscError error) -> new ContractVerdict.Refused(error);
        };
    }

    private ManagerAddress address(ContractRequest request) {
        return Optional.of(request.managerAddress())
                .filter(values -> values.size() == 1)
                .flatMap(values -> ManagerAddress.read(values.getFirst(), group.ports()))
                .orElseThrow(() -> new Refusal(ErrorCode.MALFORMED_REQUEST.because("header " + ManagerAddress.HEADER
                        + ": expected one https address with port " + new TreeSet<>(group.ports())
                        + " and nothing behind it")));
    }

    private static Members body(byte[] body) {
        return switch (StrictJson.read(body)) {
            case StrictJson.Read(JsonObject object) -> new Members(object, "");
            case StrictJson.Refused refused -> throw new Refusal(refused.error());
        };
    }
}
