/// Everything Supie says over plain HTTP: the greeting of the device listener (NET-1), OTA (OTA-1),
/// reading meetings (REST-1) and health (OBS-1). [HttpRoutes] is the way in.
@NullMarked
package dev.supie.adapter.in.http;

import org.jspecify.annotations.NullMarked;
