package yunhe.core.lodging;

/**
 * What one guest may have.
 *
 * @param nightsPerYear in a calendar year, over all stays in whatever station
 * @param daysBetweenStays from one stay's departure to the next one's arrival
 */
public record Entitlement(int nightsPerYear, int daysBetweenStays) {}
