/// Signed posts over HTTP to a receiver that is not trusted, and must not lead where it likes
/// (HOOK-1). [HttpWebhook] is the way in.
@NullMarked
package dev.supie.adapter.out.webhook;

import org.jspecify.annotations.NullMarked;
