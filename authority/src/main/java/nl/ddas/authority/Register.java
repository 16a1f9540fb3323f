// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import nl.ddas.basis.ApprovalAct;
import nl.ddas.basis.ApprovalEntry;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Proposal;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Oin;

/// With what the authority began and all certificates that were ever issued, as the journal tells.
///
/// @param begin empty as long as the authority was not begun
/// @param generations issuing authorities, oldest first
/// @param issued of parties, oldest first
public record Register(Optional<CaBegin> begin, List<Generation> generations, List<Issued> issued) {

    static final String BEGIN = "ca.begin";

    /// An issuing authority.
    ///
    /// @param number from 1
    public record Generation(int number, X509Certificate certificate, Optional<Revoked> revoked) {}

    public Register {
        generations = List.copyOf(generations);
        issued = List.copyOf(issued);
    }

    /// What the journal tells.
    static Register of(Approvals approvals) {
        Register register = new Register(Optional.empty(), List.of(), List.of());
        for (ApprovalEntry entry : approvals.history()) {
            register = register.after(entry, approvals);
        }
        return register;
    }

    private Register after(ApprovalEntry entry, Approvals approvals) {
        return switch (entry.act()) {
            // Only the first: else one operator could note another root and other settings.
            case ApprovalAct.Note(String kind, JsonObject content)
            when kind.equals(BEGIN) && begin.isEmpty() -> begun(content);
            case ApprovalAct.CarryOut(long id, JsonObject result) ->
                approvals
                        .proposal(id)
                        .map(proposal -> after(proposal, result, entry.at()))
                        .orElse(this);
            case ApprovalAct _ -> this;
        };
    }

    private Register begun(JsonObject content) {
        return new Register(
                Optional.of(CaBegin.of(content)),
                List.of(new Generation(1, certificate(content.text("issuing").orElseThrow()), Optional.empty())),
                List.of());
    }

    /// This register after an order was carried out.
    Register after(Proposal proposal, JsonObject result, Instant at) {
        return switch (proposal.kind()) {
            case CaOrder.ISSUE -> with(result);
            case CaOrder.REVOKE -> withRevoked(proposal.content(), at);
            case CaOrder.SUCCESSOR -> succeeded(result, at);
            default -> this;
        };
    }

    private Register with(JsonObject result) {
        List<Issued> more = new ArrayList<>(issued);
        result.array("certificates").orElse(List.of()).forEach(value -> more.add(issued(value)));
        return new Register(begin, generations, more);
    }

    private Register withRevoked(JsonObject content, Instant at) {
        RevocationReason reason =
                content.text("reason").flatMap(RevocationReason::of).orElse(RevocationReason.UNSPECIFIED);
        List<JsonValue> serials = content.array("serials").orElse(List.of());
        return new Register(
                begin,
                generations,
                issued.stream()
                        .map(one -> serials.contains(
                                        new JsonValue.JsonText(one.serial().toString(16)))
                                ? revoked(one, at, reason)
                                : one)
                        .toList());
    }

    /// What counted no more since earlier keeps that moment.
    private static Issued revoked(Issued one, Instant at, RevocationReason reason) {
        return one.revoked()
                .map(before -> reason.outweighs(before.reason())
                        ? one.revoked(new Revoked(one.serial(), before.at(), reason))
                        : one)
                .orElseGet(() -> one.revoked(new Revoked(one.serial(), at, reason)));
    }

    /// This register after the issuing authority was succeeded.
    Register succeeded(JsonObject result, Instant at) {
        boolean compromised = result.bool("compromised").orElse(true);
        List<Generation> all = new ArrayList<>();
        for (Generation before : generations) {
            all.add(
                    compromised && before.revoked().isEmpty()
                            ? new Generation(
                                    before.number(),
                                    before.certificate(),
                                    Optional.of(leaked(before.certificate(), at)))
                            : before);
        }
        all.add(new Generation(
                generations.size() + 1, certificate(result.text("issuing").orElseThrow()), Optional.empty()));
        List<Issued> gone = issued.stream()
                .map(one -> compromised && one.revoked().isEmpty() ? one.revoked(leaked(one.certificate(), at)) : one)
                .toList();
        return new Register(begin, all, gone).with(result);
    }

    private static Revoked leaked(X509Certificate certificate, Instant at) {
        return new Revoked(certificate.getSerialNumber(), at, RevocationReason.CA_COMPROMISE);
    }

    /// What others must trust, as it was when the authority began.
    ///
    /// @throws NoSuchElementException as long as it was not begun
    X509Certificate root() {
        return begin.orElseThrow().root();
    }

    /// The authority that issues now.
    Generation current() {
        return generations.getLast();
    }

    /// What counts at a moment.
    public List<Issued> valid(Instant now) {
        return issued.stream().filter(one -> one.isValidAt(now)).toList();
    }

    /// The certificates of one request.
    public List<Issued> of(long request) {
        return issued.stream().filter(one -> one.request() == request).toList();
    }

    /// The certificate with a serial number.
    public Optional<Issued> find(BigInteger serial) {
        return issued.stream().filter(one -> one.serial().equals(serial)).findFirst();
    }

    /// Every certificate for a key, whoever has it.
    List<Issued> of(PublicKey key) {
        return issued.stream()
                .filter(one -> one.certificate().getPublicKey().equals(key))
                .toList();
    }

    /// What stands on the list of a generation: revoked and not run out.
    List<Revoked> revoked(int generation, Instant now) {
        return issued.stream()
                .filter(one -> one.generation() == generation
                        && now.isBefore(one.certificate().getNotAfter().toInstant()))
                .flatMap(one -> one.revoked().stream())
                .toList();
    }

    /// What stands on the list of the root.
    List<Revoked> revokedAuthorities() {
        return generations.stream().flatMap(one -> one.revoked().stream()).toList();
    }

    /// For the result of an order.
    static JsonArray json(List<Issued> issued) {
        return new JsonArray(issued.stream().<JsonValue>map(Register::json).toList());
    }

    private static JsonObject json(Issued one) {
        return JsonObject.EMPTY
                .with("request", one.request())
                .with("purpose", one.purpose().word())
                .with("name", one.holder().name())
                .with("number", one.holder().oin().value())
                .with("hosts", JsonArray.ofTexts(one.holder().hosts()))
                .with("generation", one.generation())
                .with("certificate", encoded(one.certificate()));
    }

    private static Issued issued(JsonValue value) {
        if (!(value instanceof JsonObject json)) {
            throw new IllegalStateException("the journal holds a certificate that cannot be read");
        }
        List<String> hosts = json.array("hosts").orElse(List.of()).stream()
                .map(host -> host instanceof JsonValue.JsonText(String text) ? text : "")
                .toList();
        return new Issued(
                json.whole("request").orElseThrow(),
                json.text("purpose").flatMap(PartyRequest::purpose).orElseThrow(),
                new Holder(
                        json.text("name").orElseThrow(),
                        new Oin(json.text("number").orElseThrow()),
                        hosts),
                certificate(json.text("certificate").orElseThrow()),
                Math.toIntExact(json.whole("generation").orElseThrow()),
                Optional.empty());
    }

    static String encoded(X509Certificate certificate) {
        return CertificateText.base64(certificate);
    }

    static X509Certificate certificate(String base64) {
        try {
            return CertificateText.read(base64);
        } catch (CertificateException broken) {
            throw new IllegalStateException("the journal holds a certificate that cannot be read", broken);
        }
    }
}
