/**
 * What one project declares, as immutable values.
 *
 * <p>It may depend on {@code problem} only and knows neither Docker clients nor Groovy.
 */
@NullMarked
package io.dockerops.engine.model;

import org.jspecify.annotations.NullMarked;
