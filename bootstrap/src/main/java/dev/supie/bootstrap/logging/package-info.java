/// Logging: our code and the libraries speak `System.Logger`, SLF4J or `java.util.logging`; Logback
/// writes all of it to standard error, one line an event, without ever blocking a caller (LOG-1).
@NullMarked
package dev.supie.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
