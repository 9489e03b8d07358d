/**
 * HTTP as the API gateway hands it over: requests, typed reading of their fields, replies, problems, routes, and the
 * one boundary where a fault becomes an answer. Nothing here knows an activity's rules or a store.
 */
@NullMarked
package yunhe.web;

import org.jspecify.annotations.NullMarked;
