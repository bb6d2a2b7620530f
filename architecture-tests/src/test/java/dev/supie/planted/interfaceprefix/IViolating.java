package dev.supie.planted.interfaceprefix;

/// An interface that says that it is one.
interface IViolating {}
