/// One badge's connection: who it is (HS-1), its mode (MODE-1/2), when it is idle or dead (CON-3,
/// MSG-8), and how it ends (MSG-10).
@NullMarked
package dev.supie.domain.connection;

import org.jspecify.annotations.NullMarked;
