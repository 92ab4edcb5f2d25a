// Which key does what on the map, and where the focus goes for it.
#pragma once

#include "ui/seatmap/seat_navigation.h"

#include <Qt>

#include <optional>

namespace parterre {

enum class MapKey {
    None,
    Left,
    Right,
    Up,
    Down,
    RowStart,        // Home
    RowEnd,          // End
    NextSection,     // PgDown
    PreviousSection, // PgUp
    Toggle,          // Enter
    List,            // L
    Fit,             // F
    ZoomIn,          // +
    ZoomOut,         // -
};

// None for keys with Ctrl, Alt or Meta: those belong to the window. The space bar is the widget's: it toggles on
// release unless it was held for panning.
MapKey mapKeyFor(int key, Qt::KeyboardModifiers modifiers);

// The seat that gets the focus; nothing when the key does not move it or there is nowhere to go.
std::optional<SeatIndex> seatForKey(const SeatGeometry& geometry, SeatIndex from, MapKey key);

} // namespace parterre
