// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.cert.X509CRL;
import java.time.InstantSource;
import java.util.List;

/// Whether the other side of a TLS connection is looked up in revocation lists: a choice that has to be made.
public sealed interface Revocation {

    /// Every certificate up to the anchor is looked up in these lists, then in these answers, and nowhere else. An
    /// issuer without a list or an answer that is valid now means refused.
    ///
    /// @param lists at least one, unless somebody is asked
    /// @param answers about single certificates; [StatusAnswers#NONE] when nobody is asked
    /// @param clock tells what is valid now, at each connection
    record Checked(List<X509CRL> lists, StatusAnswers answers, InstantSource clock) implements Revocation {
        public Checked {
            lists = List.copyOf(lists);
            if (lists.isEmpty() && answers.equals(StatusAnswers.NONE)) {
                throw new IllegalArgumentException("revocation: expected at least one list; without lists nobody would"
                        + " be let in, and not checking is a choice of its own");
            }
        }

        /// Lists only.
        public Checked(List<X509CRL> lists, InstantSource clock) {
            this(lists, StatusAnswers.NONE, clock);
        }
    }

    /// A revoked certificate is let in, on purpose. Each end that starts with it says so in the log.
    ///
    /// @param reason English, for the log
    record Unchecked(String reason) implements Revocation {
        public Unchecked {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("revocation: expected a reason why it is not checked");
            }
        }
    }
}
