#pragma once

#include "reading/statements/scene.h"
#include "reading/statements/subject.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// The speaker that a subject stands for: an actor by its name, by an apposition or a relative clause that leads to
/// one, "he" and "she" where one person only can be meant. More than one: candidates, and no actor.
/// \param subject  with a head
[[nodiscard]] Speaker speaker_of(const Scene& scene, const Subject& subject);

}  // namespace sitcen::reading
