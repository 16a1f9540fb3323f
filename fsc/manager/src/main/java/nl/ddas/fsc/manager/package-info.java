// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// The Manager of a Peer (FSC Core, "Manager"): receives, stores, signs and hands on contracts, and gives out access
/// tokens. A Directory is a Manager that signs publications by itself.
///
/// Start with [Reception] (what comes in), [Operations] (what we do ourselves) and [Dispatch] (what goes out). None of
/// them knows of sockets or databases: those come in through [OtherManagers] and [Contracts].
@NullMarked
package nl.ddas.fsc.manager;

import org.jspecify.annotations.NullMarked;
