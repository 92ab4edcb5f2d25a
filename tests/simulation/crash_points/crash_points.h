// everyCut(): runs a workflow again and again, cuts the power at each step of its disk, and hands every disk that may
// be left to a check.
#pragma once

#include "tests/support/crash_disk/crash_disk.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

namespace parterre::testing {

// What happened at all crash points of one workflow.
struct CrashReport
{
    std::uint64_t points = 0;          // steps at which the power was cut, and once after the last
    std::uint64_t disks = 0;           // checked; disks that two patterns leave alike are checked once
    std::vector<std::string> problems; // each with its point
    double seconds = 0;

    static constexpr std::size_t enough = 5; // problems of one workflow, then it stops
    void add(const std::string& where, const std::vector<std::string>& found)
    {
        for (const std::string& one : found)
            problems.push_back(where + ": " + one);
    }
    bool isFull() const { return problems.size() >= enough; }
    bool names(const std::string& what) const
    {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const std::string& problem) { return problem.find(what) != std::string::npos; });
    }
    std::string text() const
    {
        std::string all;
        for (const std::string& problem : problems)
            all += "\n  " + problem;
        return all;
    }
};

// The point that is being looked at: printed when an assertion of the program ends the test.
class CrashPlace
{
public:
    static void set(const std::string& place)
    {
        std::snprintf(text(), size, "at crash point: %s\n", place.c_str());
        std::signal(SIGABRT, [](int) {
            std::fputs(text(), stderr);
            std::signal(SIGABRT, SIG_DFL);
            std::raise(SIGABRT);
        });
    }

private:
    static constexpr std::size_t size = 256;
    static char* text()
    {
        static char place[size];
        return place;
    }
};

// World: a live one, made from a Scene and a disk. Needs
//   World(const Scene&, const DiskImage&)
//   CrashDisk& disk()
//   void begin(const Workflow&)            brings the world to where the workflow's crash points begin
//   void run(const Workflow&)              the workflow; ends by itself also when the disk is dead
//   std::vector<std::string> done(const Workflow&) const   why an undisturbed run did not do what it is for
//   std::vector<std::string> early() const                 what was said before it was on the disk
//   std::unique_ptr<Scene> still() const   this moment, without its disk
//   void end()                             the program is gone
// Scene: operator== says whether two moments look alike to everybody but the disk.
// Check: std::vector<std::string>(const Scene&, const DiskImage&), what is wrong afterwards.
template <typename World, typename Scene, typename Workflow, typename Check>
CrashReport everyCut(const Scene& start, const DiskImage& disk, const Workflow& workflow, const Check& check)
{
    const auto began = std::chrono::steady_clock::now();
    CrashReport report;
    const std::string name = workflow.name;
    CrashPlace::set(name + ", undisturbed");
    std::uint64_t steps = 0;
    {
        World world(start, disk);
        world.begin(workflow);
        const std::uint64_t first = world.disk().steps();
        world.run(workflow);
        steps = world.disk().steps() - first;
        report.add(name + ", undisturbed", world.done(workflow));
        report.add(name + ", undisturbed", world.early());
    }
    if (steps == 0)
        report.problems.push_back(name + " never writes");
    for (std::uint64_t step = 1; step <= steps + 1 && !report.isFull(); ++step) {
        const std::string place = name + ", step " + std::to_string(step) + " of " + std::to_string(steps);
        CrashPlace::set(place);
        World world(start, disk);
        world.begin(workflow);
        std::unique_ptr<Scene> moment; // of the cut: a real one ends the program here
        world.disk().onCut = [&] { moment = world.still(); };
        if (step <= steps)
            world.disk().cutPowerAt(world.disk().steps() + step);
        world.run(workflow);
        if (!world.disk().isCut() && step <= steps)
            report.problems.push_back(place + ": two runs are not alike");
        world.disk().cutPower();
        const std::unique_ptr<Scene> later = world.still(); // what a program goes on to say whose disk is dead
        report.add(place, world.early());
        world.end();
        ++report.points;
        std::vector<DiskImage> seen;
        for (const Loss loss : everyLoss) {
            DiskImage left = world.disk().leftAfter(loss, step);
            if (std::find(seen.begin(), seen.end(), left) != seen.end())
                continue;
            const std::string where = place + ", " + nameOf(loss);
            CrashPlace::set(where);
            report.add(where, check(*moment, left));
            if (!(*moment == *later))
                report.add(where + ", told later", check(*later, left));
            seen.push_back(std::move(left));
            ++report.disks;
        }
    }
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::printf("%-45s %4d points x %zu patterns, %4d disks, %.2f s\n", workflow.name, static_cast<int>(report.points),
                std::size(everyLoss), static_cast<int>(report.disks), report.seconds);
    return report;
}

} // namespace parterre::testing
