// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import nl.ddas.basis.Rounds;

/// What a gateway does again and again beside its requests.
enum Chore implements Rounds.Chore {
    READ_KEYS(Needs.FILES, "reading the keys", "de certificaten opnieuw lezen"),
    READ_ANCHORS(Needs.FILES, "reading the roots of services", "de wortelcertificaten van de diensten opnieuw lezen"),
    ASK_KEYS(Needs.MANAGER, "asking our own keys", "bij de eigen Manager vragen met welke sleutels wij tekenen"),
    ASK_SERVICES(Needs.MANAGER, "asking services", "bij de eigen Manager vragen welke diensten er zijn"),
    REGISTER(Needs.MANAGER, "registering", "melden bij de eigen Manager"),
    LOAD_LOG(Needs.DATABASE, "loading the log", "het transactielogboek overzetten naar de database");

    /// What a chore may have to wait for.
    enum Needs {
        FILES,
        MANAGER,
        DATABASE
    }

    private final Needs needs;
    private final String english;
    private final String dutch;

    Chore(Needs needs, String english, String dutch) {
        this.needs = needs;
        this.english = english;
        this.dutch = dutch;
    }

    @Override
    public Needs needs() {
        return needs;
    }

    /// For logs.
    String english() {
        return english;
    }

    @Override
    public String dutch() {
        return dutch;
    }
}
