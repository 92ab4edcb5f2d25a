// What a screen reader hears of the seat map: the focus seat, in words.
#pragma once

namespace parterre {

class SeatMapWidget;

// Registers the accessible interface of SeatMapWidget; more than one call is harmless.
void installSeatMapAccessibility();

// Tells assistive technology that the focus seat is another one or looks different now.
void announceFocusSeat(SeatMapWidget& widget);

} // namespace parterre
