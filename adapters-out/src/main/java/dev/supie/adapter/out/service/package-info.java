/// What every call to a service over HTTP needs, whatever it is about: time limits, attempts, a
/// breaker, and failures that say what to check and quote nobody.
@NullMarked
package dev.supie.adapter.out.service;

import org.jspecify.annotations.NullMarked;
