package io.dockerops.dsl.words;

/** A service, or one of its instances: what can be linked to. */
public sealed interface ServiceTarget permits ServiceHandle, InstanceHandle {}
