// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import nl.ddas.basis.Rounds;

/// What a gateway does again and again beside its requests.
enum Chore implements Rounds.Chore {
    READ_KEYS("reading the keys", "de certificaten opnieuw lezen"),
    ASK_KEYS("asking our own keys", "bij de eigen Manager vragen met welke sleutels wij tekenen"),
    ASK_SERVICES("asking services", "bij de eigen Manager vragen welke diensten er zijn"),
    REGISTER("registering", "melden bij de eigen Manager"),
    LOAD_LOG("loading the log", "het transactielogboek overzetten naar de database");

    private final String english;
    private final String dutch;

    Chore(String english, String dutch) {
        this.english = english;
        this.dutch = dutch;
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
