/**
 * The local runner: builds the system that template.yaml describes, in this process. It runs what the template says and
 * adds nothing that would not exist when deployed, but what lies under /local. Never deployed.
 */
@NullMarked
package yunhe.local;

import org.jspecify.annotations.NullMarked;
