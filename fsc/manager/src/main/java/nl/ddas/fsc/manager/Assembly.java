// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ddas.basis.CertificateEnd;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Monitoring;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.ChainCheck;
import nl.ddas.fsc.model.KeyFigures;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.fsc.model.TrustedChains;
import nl.ddas.trust.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The parts of a Manager, put together.
final class Assembly implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final ManagerConfig config;
    private final ManagerServer.Parts parts;
    private final ManagerServer.Outside outside;
    private final Self self;
    private final OtherManagers others;
    private final SigningKeys signingKeys;
    private final SignatureCheck signatures;
    private final Standing standing;
    private final Registrations registrations;
    private final Operations operations;
    private final Keys keys;
    private final Figures figures;
    private final Lists lists;
    private final NewKeys newKeys;
    private final KeyFigures keyFigures;
    private final List<TlsReload> internal;
    private final AutoSign policy;
    private final TokenRules rules;
    private final Work work;

    /// @param internal key material of our own interfaces
    /// @param policy signs contracts of others
    /// @param rules have a say about tokens
    Assembly(
            ManagerConfig config,
            ManagerServer.Parts parts,
            ManagerServer.Outside outside,
            List<TlsReload> internal,
            AutoSign policy,
            TokenRules rules) {
        this.policy = policy;
        this.rules = rules;
        this.config = config;
        this.parts = parts;
        this.outside = outside;
        this.internal = List.copyOf(internal);
        this.self = outside.self();
        this.others = new HttpManagers(outside.client(), config.group(), self.address(), config.localAllowed());
        ChainCheck chains = new TrustedChains(parts.trust());
        this.signingKeys = new SigningKeys(others, parts.clock());
        this.signatures = new SignatureCheck(config.group(), signingKeys, chains);
        this.standing = new Standing(chains);
        this.registrations = new Registrations(store().kept(), config.services(), parts.clock());
        this.operations = new Operations(self, contracts(), signatures, standing);
        this.keys = new Keys(
                outside.signing().both().stream()
                        .flatMap(key -> Stream.<Supplier<Identity>>of(key::now, key::newest))
                        .toList(),
                store().kept(),
                contracts(),
                self.id(),
                parts.clock());
        this.figures = new Figures(parts.metrics());
        this.lists = new Lists(self, contracts(), new ServiceListing(self, contracts(), standing), store().logs());
        this.keyFigures = new KeyFigures(parts.metrics(), "fsc_manager", ownCertificates(), parts.clock());
        this.newKeys = new NewKeys(self, contracts(), registrations);
        this.work = work();
    }

    private List<Supplier<X509Certificate>> ownCertificates() {
        return Stream.concat(
                        Stream.concat(internal.stream(), Stream.of(outside.keys()))
                                .<Supplier<X509Certificate>>map(
                                        keys -> () -> keys.now().chain().getFirst()),
                        outside.signing().both().stream()
                                .<Supplier<X509Certificate>>map(
                                        key -> () -> key.now().leaf()))
                .toList();
    }

    private Store store() {
        return parts.store();
    }

    private Contracts contracts() {
        return parts.store().contracts();
    }

    private ManagerConfig.Limits limits() {
        return config.inside().limits();
    }

    private PolicyNotes notes() {
        return new PolicyNotes(store().audit(), parts.clock());
    }

    private Addresses addresses() {
        return new Addresses(contracts(), others, config.directories());
    }

    Operations operations() {
        return operations;
    }

    Registrations registrations() {
        return registrations;
    }

    /// What other Peers can ask.
    Handler external() {
        Reception reception =
                new Reception(self, contracts(), signingKeys, signatures, policy, limits().openProposals(), notes());
        Tokens tokens = new Tokens(
                self,
                contracts(),
                standing,
                registrations,
                () -> new TokenMaker(outside.signing().tokens().now()),
                rules,
                config.tokenLife(),
                limits().strictPublication());
        return new ExternalApi(
                self,
                new ExternalApi.Parts(
                        reception,
                        tokens,
                        lists,
                        keys::jwks,
                        work::compareWith,
                        new PeerLimits(limits().atOnce()),
                        figures,
                        keyFigures::see));
    }

    /// What our Inways and Outways can ask.
    Handler internal() {
        Directories directories = new Directories(others, config.directories(), parts.clock());
        Routes routes = new Routes(self, contracts(), standing, registrations, addresses(), directories);
        return new InternalApi(
                self,
                new InternalApi.Parts(
                        contracts(),
                        standing,
                        registrations,
                        routes,
                        newKeys,
                        keys::jwks,
                        store().audit(),
                        request -> request.peer().stream().findFirst().stream().noneMatch(this::isGateway)));
    }

    /// A role belongs to the certificate of a person, and that person is no Inway.
    private boolean isGateway(X509Certificate certificate) {
        return config.inside().operators().find(certificate).isEmpty()
                && config.inside().gateways().admits(certificate);
    }

    /// Where we publish, unless told otherwise: the first Directory, or ourselves when we are one.
    private Optional<PeerId> publishedIn() {
        return config.directories().stream()
                .findFirst()
                .map(OtherManagers.Called::peer)
                .or(() -> config.directory() ? Optional.of(self.id()) : Optional.empty());
    }

    /// What our operators can ask.
    Handler management() {
        List<OtherManagers.Called> directories = config.directories();
        Cautions cautions = new Cautions(self, contracts(), registrations);
        ContractView view = new ContractView(self, contracts(), standing, cautions);
        ManagedContracts managed = new ManagedContracts(
                self,
                contracts(),
                operations,
                new ProposalForm(self, registrations, publishedIn()),
                view,
                new Versions(self, lists, others, addresses()));
        ManagedViews views = new ManagedViews(self, store(), lists, others, addresses(), directories);
        return new ManagementApi(
                config.inside().operators(),
                store().audit(),
                self,
                new ManagementApi.Parts(
                        managed,
                        new ManagedServices(registrations),
                        new ManagedKeys(self, registrations, newKeys, operations, view),
                        views));
    }

    /// What health and Prometheus see.
    Handler monitoring() {
        List<Supplier<Optional<String>>> remarks = new ArrayList<>();
        remarks.add(outside.keys()::remark);
        internal.forEach(reload -> remarks.add(reload::remark));
        outside.signing().both().forEach(key -> remarks.add(key::remark));
        remarks.add(this::database);
        remarks.add(store().sole()::remark);
        remarks.add(work::remark);
        List<Supplier<Optional<String>>> notes = new ArrayList<>(parts.notes());
        notes.add(newKeys::note);
        notes.add(registrations::note);
        notes.add(work::note);
        notes.add(work::announcementNote);
        notes.add(work::unreadableNote);
        notes.add(() -> ending(
                "verbindingen met andere deelnemers", outside.keys().now().chain()));
        internal.forEach(reload -> notes.add(() ->
                ending("verbindingen binnen de eigen organisatie", reload.now().chain())));
        notes.add(() -> ending("contracten", outside.signing().contracts().now().chain()));
        notes.add(() -> ending("tokens", outside.signing().tokens().now().chain()));
        return new Monitoring(parts.metrics(), remarks, notes);
    }

    private Optional<String> ending(String purpose, List<X509Certificate> chain) {
        return CertificateEnd.remark(purpose, chain, parts.clock().instant());
    }

    private static X509Certificate leaf(TlsReload reload) {
        return reload.now().chain().getFirst();
    }

    private Optional<String> database() {
        try {
            Optional<Peer> _ = contracts().peer(self.id());
            return Optional.empty();
        } catch (RuntimeException gone) {
            // Whatever the driver throws: health is asked for exactly then.
            return Optional.of("de database antwoordt niet");
        }
    }

    private Work work() {
        List<TlsReload> tls = new ArrayList<>(internal);
        tls.add(outside.keys());
        List<OtherManagers.Called> directories = config.directories().stream()
                .filter(directory -> !directory.peer().equals(self.id()))
                .toList();
        return new Work(new Work.Parts(
                new Dispatch(self, contracts(), others, config.directories()),
                new Reconciliation(
                        self,
                        contracts(),
                        others,
                        signatures,
                        config.directories(),
                        new PolicyAnswers(self, contracts(), policy, notes())),
                new Announcements(self, store(), others, addresses(), directories),
                tls,
                outside.signing().both(),
                keyFigures,
                self,
                keys,
                operations,
                store().sole(),
                this::count,
                this::remove,
                parts.clock()));
    }

    /// Begins the work that goes on by itself.
    void start() {
        work.start();
    }

    private void count() {
        Instant now = parts.clock().instant();
        figures.contracts(contracts().openStates(now, standing.goodAt(now)));
        figures.outbox(contracts().undone(), now);
        newKeys.look();
        figures.certificate("tls", ends(outside.keys()), now);
        internal.forEach(reload -> figures.certificate("internal", ends(reload), now));
        figures.certificate("contract", ends(outside.signing().contracts()), now);
        figures.certificate("token", ends(outside.signing().tokens()), now);
    }

    private void remove() {
        Instant now = parts.clock().instant();
        int _ = store().audit().removeBefore(now.minus(config.inside().auditKept()));
        registrations.forgetGone().forEach(name -> LOG.info("{} did not register for long, and is forgotten", name));
        config.inside().logKept().ifPresent(kept -> {
            int removed = store().logs().removeBefore(now.minus(kept));
            if (removed > 0) {
                LOG.info("{} records of the transaction log are older than {} and were removed", removed, kept);
            }
        });
    }

    private static Instant ends(KeyReload key) {
        return key.now().leaf().getNotAfter().toInstant();
    }

    private static Instant ends(TlsReload reload) {
        return leaf(reload).getNotAfter().toInstant();
    }

    void dispatch() {
        work.dispatch();
    }

    @Override
    public void close() {
        work.close();
    }
}
