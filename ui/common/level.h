// Level: how good a state is, as colours and a sign: never by colour alone.
#pragma once

#include <QColor>
#include <QString>

namespace parterre {

enum class Level { Good, Caution, Danger };

struct LevelColours
{
    QColor ground; // also legible as text on every surface
    QColor ink;    // on the ground
};
LevelColours coloursOf(Level level); // in the current scheme

// "●", "▲", "✕": told apart without colour.
QString signOf(Level level);

} // namespace parterre
