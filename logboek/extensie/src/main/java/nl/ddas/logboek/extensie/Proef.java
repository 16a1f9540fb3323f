// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

/// The code of a rule.
interface Proef {
    Uitslag judge(Zicht zicht);
}
