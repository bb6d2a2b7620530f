package dev.supie.adapter.in.http;

import dev.supie.application.tool.Toolbox;

/// What programs, such as people's coding assistants, can do here.
///
/// @param reading for those who may read (REST-1)
/// @param writing for those of an administrator
/// @param audio for those of an administrator, too
public record ToolDesk(Toolbox reading, Toolbox writing, AudioDesk audio) {}
