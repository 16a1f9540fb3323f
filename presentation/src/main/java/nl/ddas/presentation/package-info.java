// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// One look for reports, pages and the terminal: page layout, tables, charts as SVG, progress. Dutch numbers and dates.
///
/// Start with [Page]; [Html] makes it impossible to forget an escape. Depends on `basis`; knows no subject.
@NullMarked
package nl.ddas.presentation;

import org.jspecify.annotations.NullMarked;
