package org.shouyue.cli.demo;

import java.nio.file.Path;

/// What a demo is run with.
///
/// @param installation the folder of the built product
/// @param contract the document that is delivered
/// @param home where the server keeps its data and the package is written
/// @param port of the server's pages, 0 for any free one
/// @param once whether the server stops at the end
/// @param chinese the language of what is told
public record DemoSettings(
    Path installation, Path contract, Path home, int port, boolean once, boolean chinese) {}
