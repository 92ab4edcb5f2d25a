// The table of keys.
#include "ui/seatmap/map_keys.h"

namespace parterre {

MapKey mapKeyFor(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return MapKey::None;
    switch (key) {
    case Qt::Key_Left:
        return MapKey::Left;
    case Qt::Key_Right:
        return MapKey::Right;
    case Qt::Key_Up:
        return MapKey::Up;
    case Qt::Key_Down:
        return MapKey::Down;
    case Qt::Key_Home:
        return MapKey::RowStart;
    case Qt::Key_End:
        return MapKey::RowEnd;
    case Qt::Key_PageDown:
        return MapKey::NextSection;
    case Qt::Key_PageUp:
        return MapKey::PreviousSection;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return MapKey::Toggle;
    case Qt::Key_L:
        return MapKey::List;
    case Qt::Key_F:
        return MapKey::Fit;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return MapKey::ZoomIn;
    case Qt::Key_Minus:
        return MapKey::ZoomOut;
    default:
        return MapKey::None;
    }
}

std::optional<SeatIndex> seatForKey(const SeatGeometry& geometry, SeatIndex from, MapKey key)
{
    switch (key) {
    case MapKey::Left:
        return seatBeside(geometry, from, Direction::Left);
    case MapKey::Right:
        return seatBeside(geometry, from, Direction::Right);
    case MapKey::Up:
        return seatBeside(geometry, from, Direction::Up);
    case MapKey::Down:
        return seatBeside(geometry, from, Direction::Down);
    case MapKey::RowStart:
        return rowStart(geometry, from);
    case MapKey::RowEnd:
        return rowEnd(geometry, from);
    case MapKey::NextSection:
        return seatInNextSection(geometry, from);
    case MapKey::PreviousSection:
        return seatInPreviousSection(geometry, from);
    case MapKey::None:
    case MapKey::Toggle:
    case MapKey::List:
    case MapKey::Fit:
    case MapKey::ZoomIn:
    case MapKey::ZoomOut:
        break;
    }
    return std::nullopt;
}

} // namespace parterre
