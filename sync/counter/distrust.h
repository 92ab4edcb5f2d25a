// Distrust: this installation's journal is not what was written here, or not what the centre has. Said once, on disk
// and to the centre; from then on nothing is sealed and nothing sold off line (I19).
#pragma once

#include "sync/counter/core.h"

namespace parterre {

class Distrust
{
public:
    struct Hooks
    {
        std::function<void()> wakeOutbox;
        std::function<void(const Error&)> notice;
        std::function<void()> changed;
    };

    Distrust(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    // Journal and guard are compared. Precondition: they are loaded.
    void look();
    void raise(const std::string& reason);
    // Tells the centre about the opened event, once in its stream.
    void report();

private:
    Core& m_core;
    Hooks m_hooks;
};

} // namespace parterre
